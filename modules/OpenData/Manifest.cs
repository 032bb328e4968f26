[assembly: Module("Hub.OpenData",
    Name = "Dati aperti",
    Category = "Servizi",
    Description = "Catalogo DCAT-AP_IT, interfaccia per programmi, statistiche, e ogni contenuto da scaricare.")]
[assembly: Feature("Hub.OpenData",
    Name = "Dati aperti",
    Dependencies = ["Hub.SiteSearch"])]
[assembly: Feature("Hub.OpenData.Import",
    Name = "Importazione da fogli di calcolo",
    Category = "Redazione",
    Description = "Contenuti da un file CSV: modello, prova senza scrivere, errori riga per riga, ripresa.")]
