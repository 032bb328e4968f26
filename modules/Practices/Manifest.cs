[assembly: Module("Hub.Practices",
    Name = "Buone pratiche",
    Category = "Contenuti",
    Description = "Esperienze di programmazione e progettazione condivisa, descritte in modo confrontabile.")]
