using Hub.Kernel.Modules;

[assembly: Module("SampleModule", Name = "Bacheca", Category = "Esempi", Description = "Una bacheca degli appuntamenti della regione.")]

[assembly: Feature("Sample.Notices", Name = "Bacheca degli appuntamenti")]

[assembly: Feature("Sample.Notices.Calendar",
    Name = "Calendario della bacheca",
    Description = "Gli appuntamenti in un formato che le agende leggono.",
    Dependencies = ["Sample.Notices"])]
