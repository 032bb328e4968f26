[assembly: Module("Hub.Links",
    Name = "Controllo dei collegamenti",
    Category = "Redazione",
    Description = "Trova i collegamenti che non portano più da nessuna parte: quelli interni ogni notte, quelli ad altri siti se la regione lo vuole.")]
