[assembly: Module("Hub.Glossary",
    Name = "Glossario",
    Category = "Contenuti",
    Description = "Termini e sigle, con il significato che hanno in ogni regione, mostrati dove compaiono.")]
