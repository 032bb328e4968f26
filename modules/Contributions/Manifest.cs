[assembly: Module("Hub.Contributions",
    Name = "Proposte",
    Category = "Servizi",
    Description = "Gli enti partner propongono buone pratiche senza account; la regione le rivede, chiede integrazioni e le pubblica.")]
[assembly: Feature("Hub.Contributions",
    Name = "Proposte",
    Dependencies = ["Hub.Practices", "Hub.SiteSearch"])]
[assembly: Feature("Hub.Contributions.Choice",
    Name = "Proposte: scelta della regione",
    Description = "Per il portale nazionale: chi vuole proporre sceglie la regione, fra quelle che ricevono proposte.")]
