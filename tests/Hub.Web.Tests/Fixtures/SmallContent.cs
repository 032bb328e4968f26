namespace Hub.Web.Tests.Fixtures;

/// <summary>
/// A national portal on a host name of its own, two regions under prefixes and one on a host name. Toscana has the sample
/// module, Puglia hasn't.
/// </summary>
internal static class SmallContent
{
    public const string National = "portale.test";
    public const string Liguria = "liguria.test";

    /// <summary>How many pages Toscana has of its own.</summary>
    public const int Pages = 25;

    public static void WriteTo(string folder)
    {
        Region(folder, "nazionale", "Italia", $"hosts: [{National}]", "Hub.Pages, Hub.News");
        Region(folder, "toscana", "Toscana", "prefix: toscana", "Hub.Pages, Hub.News, Sample.Notices.Calendar, Test.Faults");
        Region(folder, "puglia", "Puglia", "prefix: puglia", "Hub.Pages, Hub.News");
        Region(folder, "liguria", "Liguria", $"hosts: [{Liguria}]\nvariant: toscana", "Hub.Pages, Hub.News");
        Write(folder, "nazionale/vocabularies/argomenti.yml", "taxonomy: argomenti\nname: Argomenti\nterms:\n  - { code: fondi, name: Fondi }\n  - { code: norme, name: Norme }\n");
        Page(folder, "nazionale", "aiuto", "Aiuto nazionale", "topics: [norme]");
        Page(folder, "liguria", "porto", "Il porto", "");
        Page(folder, "puglia", "mare", "Il mare", "");
        for (var number = 1; number <= Pages; number++)
            Page(folder, "toscana", $"pagina-{number:00}", $"Pagina {number:00}", number % 5 == 0 ? "topics: [fondi]" : "");
        Write(folder, "toscana/bacheca.yml", "appuntamenti:\n  - { titolo: Festa del quartiere, giorno: \"2099-05-01\" }\n  - { titolo: Senza giorno }\n");
        Write(folder, "toscana/bacheca/sedie.md",
            "---\ntype: avviso-bacheca\nupdated: 2026-11-01\ntitle: \"Cerchiamo sedie </script><script>alert(1)</script>\"\nsummary: \"Per la festa & il resto\"\nstart: 2026-11-01\nend: 2026-12-01\n---\n\nChi ne ha chiami alle ore 17.30 in sede.\n");
    }

    public static void Page(string folder, string region, string slug, string title, string more) => Write(folder, $"{region}/pagine/{slug}.md",
        $"---\ntype: pagina\nupdated: 2026-11-01\ntitle: \"{title}\"\nsummary: \"Che cosa dice {title}.\"\n{(more.Length > 0 ? more + "\n" : "")}---\n\nUn testo di prova.\n");

    private static void Region(string folder, string id, string name, string more, string features) => Write(folder, $"{id}/region.yml",
        $"id: {id}\nname: {name}\ntitle: Portale {name}\ntagline: Una prova.\n{more}\nfeatures: [{features}]\n");

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
