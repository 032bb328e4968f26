[assembly: Module("Hub.Pages",
    Name = "Pagine",
    Category = "Contenuti",
    Description = "Pagine di testo: chi siamo, note legali, privacy, accessibilità, aiuto.")]
