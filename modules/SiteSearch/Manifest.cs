[assembly: Module("Hub.SiteSearch",
    Name = "Ricerca",
    Category = "Servizi",
    Description = "Ricerca in italiano su tutti i contenuti: filtri con i conteggi, suggerimenti, feed ed esportazioni di ogni elenco.")]
