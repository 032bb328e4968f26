namespace Browser.Tests.Fixtures;

/// <summary>A kind of page that readers meet, and where one stands.</summary>
/// <param name="Path">Within a portal.</param>
public sealed record PageKind(string Name, string Path, int Status = 200)
{
    public override string ToString() => Name;
}

/// <summary>One page of every kind, in every portal.</summary>
public static class PublicPages
{
    /// <summary>Path prefixes of the portals, the national one first.</summary>
    public static readonly IReadOnlyList<string> Portals = ["", "/emilia-romagna", "/lombardia", "/puglia", "/toscana"];

    private static readonly Dictionary<string, string> PracticeOf = new(StringComparer.Ordinal)
    {
        ["/emilia-romagna"] = "/pratiche/community-lab-accompagnamento",
        ["/lombardia"] = "/pratiche/tavoli-casalasco-oglio-po",
        ["/puglia"] = "/pratiche/spazi-di-comunita-putignano",
        ["/toscana"] = "/pratiche/mappafondo-aree-vaste-2023",
    };

    private static readonly IReadOnlyList<PageKind> Everywhere =
    [
        new("home", "/"),
        new("list", "/notizie"),
        new("filtered list", "/notizie?kind=norma&topics=norme&ordine=title"),
        new("list without results", "/notizie?q=zzzzzz"),
        new("practices", "/pratiche"),
        new("handbook", "/sussidiario"),
        new("chapter", "/sussidiario/co-progettazione"),
        new("chapter with tables", "/sussidiario/leggi-regionali-a-confronto"),
        new("procedures", "/procedure"),
        new("procedure", "/procedure/co-progettazione"),
        new("models", "/modelli"),
        new("model", "/modelli/avviso-co-progettazione"),
        new("edition", "/edizioni/sussidiario-2026"),
        new("edition to print", "/edizioni/sussidiario-2026/stampa"),
        new("glossary", "/glossario"),
        new("glossary entry", "/glossario/ats"),
        new("news", "/notizie/linee-guida-dm-72"),
        new("norms", "/norme"),
        new("norm", "/norme/dlgs-117-2017"),
        new("article", "/norme/dlgs-117-2017/articoli/55"),
        new("updates", "/aggiornamenti"),
        new("update", "/aggiornamenti/codice-contratti-art-6"),
        new("decision", "/giurisprudenza/corte-cost-131-2020"),
        new("search for a norm", "/cerca?q=art+55+cts"),
        new("page", "/pagine/privacy"),
        new("search", "/cerca"),
        new("search with results", "/cerca?q=tavolo"),
        new("search with filters", "/cerca?q=avviso&tipo=voce&tipo=modello&ordine=title"),
        new("search with a slip", "/cerca?q=accreditameno"),
        new("search of all regions", "/cerca?q=mappafondo&ambito=tutte"),
        new("search without results", "/cerca?q=zzzzzz"),
        new("alerts", "/avvisi"),
        new("alerts of a search", "/avvisi?fonte=ricerca&chiave=cerca%3Fq%3Dtavolo"),
        new("alerts asked for", "/avvisi/inviato"),
        new("alerts stopped long ago", "/avvisi/ferma/0000000000000000000000000000000000000000", 404),
        new("gap thanks", "/cerca/lacune"),
        new("site map", "/mappa"),
        new("feedback thanks", "/commenti/grazie?da=/notizie"),
        new("sign-in", "/gestione/accesso"),
        new("first administrator too late", "/gestione/primo-accesso?codice=vecchio"),
        new("not found", "/non/esiste", 404),
    ];

    private static readonly IReadOnlyList<PageKind> Proposals =
    [
        new("propose a practice", "/proponi"),
        new("go on with a proposal", "/proponi/riprendi"),
        new("proposal mailed", "/proponi/posta"),
        new("proposal of somebody else", "/proponi/00000000-0000-0000-0000-000000000000", 404),
        new("register an organisation", "/proponi/ente"),
    ];

    /// <param name="portal">One of <see cref="Portals"/>.</param>
    public static IEnumerable<PageKind> Of(string portal) =>
        PracticeOf.TryGetValue(portal, out var practice) ? [.. Everywhere, new PageKind("practice", practice), .. Proposals] : Everywhere;

    /// <summary>The practice that each regional portal shows here.</summary>
    public static string Practice(string portal) => PracticeOf[portal];
}
