[assembly: Module("Hub.Contributions",
    Name = "Proposte",
    Category = "Servizi",
    Description = "Gli enti partner propongono buone pratiche senza account; la regione le rivede, chiede integrazioni e le pubblica.",
    Dependencies = ["Hub.Practices", "Hub.SiteSearch"])]
