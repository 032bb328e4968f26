namespace Hub.OpenData.Catalogue;

/// <summary>The namespaces and lists that a catalogue of the Italian profile draws on.</summary>
internal static class Names
{
    /// <summary>Prefix and namespace, in the order in which they are declared.</summary>
    public static readonly IReadOnlyList<(string Prefix, string Namespace)> Prefixes =
    [
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("dct", "http://purl.org/dc/terms/"),
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcatapit", "http://dati.gov.it/onto/dcatapit#"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"),
        ("owl", "http://www.w3.org/2002/07/owl#"),
    ];

    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";
    public const string Attribution = "http://purl.org/adms/licencetype/Attribution";
    public const string Italian = "http://publications.europa.eu/resource/authority/language/ITA";
    public const string ThemeList = "http://publications.europa.eu/resource/authority/data-theme";

    /// <summary>Published when there is something to publish: no rhythm is promised.</summary>
    public const string Irregular = "http://publications.europa.eu/resource/authority/frequency/IRREG";

    public static string Theme(string code) => $"{ThemeList}/{code}";

    public static string FileType(string code) => "http://publications.europa.eu/resource/authority/file-type/" + code;

    /// <summary>The whole address that a name with its prefix stands for.</summary>
    public static string Whole(string name)
    {
        var (prefix, local) = Parts(name);
        return Prefixes.First(known => known.Prefix == prefix).Namespace + local;
    }

    public static (string Prefix, string Local) Parts(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return (name[..colon], name[(colon + 1)..]);
    }
}
