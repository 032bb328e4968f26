[assembly: Module("Hub.Guides",
    Name = "Sussidiario",
    Category = "Contenuti",
    Description = "Guida a capitoli ed edizioni, procedure passo per passo e modelli di atti.")]
