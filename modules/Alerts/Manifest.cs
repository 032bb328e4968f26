[assembly: Module("Hub.Alerts",
    Name = "Avvisi",
    Category = "Servizi",
    Description = "Ricerche, norme ed elenchi da seguire per posta elettronica, senza account: conferma, riepiloghi, un clic per smettere.")]
