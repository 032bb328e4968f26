[assembly: Module("Hub.News",
    Name = "Notizie",
    Category = "Contenuti",
    Description = "Notizie sulla programmazione e sulla progettazione condivisa.")]
