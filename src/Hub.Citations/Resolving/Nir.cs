using System.Globalization;

namespace Hub.Citations.Resolving;

/// <summary>URN:NIR names (circolare AIPA/CR/35 of 6 November 2001, in the form that Normattiva resolves):
/// <c>urn:nir:authority:type:date;number~partition</c>. The date is full when it is known, else the year alone.</summary>
internal static class Nir
{
    private const string Prefix = "urn:nir:";
    private const string RegulationMark = "/R";
    private const string Resolver = "https://www.normattiva.it/uri-res/N2Ls?";
    private const string RegionMark = "*";
    private const string ActMark = "+";

    // The name by which the region itself publishes "d.p.g.r. 47/R": https://raccoltanormativa.consiglio.regione.toscana.it
    private static readonly (ActType Type, string Authority, string Name) TuscanRegulation = (ActType.RegionalPresidentDecree, RegionMark, "regolamento.giunta");

    // "*" is the authority of the region, "+" the authority that the act itself names.
    private static readonly (ActType Type, string Authority, string Name)[] Forms =
    [
        (ActType.Constitution, "stato", "costituzione"),
        (ActType.ConstitutionalLaw, "stato", "legge.costituzionale"),
        (ActType.Law, "stato", "legge"),
        (ActType.LegislativeDecree, "stato", "decreto.legislativo"),
        (ActType.DecreeLaw, "stato", "decreto.legge"),
        (ActType.RoyalDecree, "stato", "regio.decreto"),
        (ActType.RoyalDecreeLaw, "stato", "regio.decreto.legge"),
        (ActType.RoyalLegislativeDecree, "stato", "regio.decreto.legislativo"),
        (ActType.LieutenancyDecree, "stato", "decreto.legislativo.luogotenenziale"),
        (ActType.ProvisionalHeadDecree, "stato", "decreto.legislativo.del.capo.provvisorio.dello.stato"),
        (ActType.PresidentialDecree, "presidente.repubblica", "decreto"),
        (ActType.PrimeMinisterDecree, "presidente.consiglio.ministri", "decreto"),
        (ActType.MinisterialDecree, ActMark, "decreto"),
        (ActType.Circular, ActMark, "circolare"),
        (ActType.RegionalLaw, RegionMark, "legge"),
        (ActType.ProvincialLaw, RegionMark, "legge"),
        (ActType.RegionalRegulation, RegionMark, "regolamento"),
        (ActType.RegionalExecutiveResolution, RegionMark + ";giunta", "delibera"),
        (ActType.RegionalCouncilResolution, RegionMark + ";consiglio", "delibera"),
        (ActType.RegionalAssemblyResolution, RegionMark + ";assemblea.legislativa", "delibera"),
        (ActType.RegionalPresidentDecree, RegionMark + ";presidente.giunta", "decreto"),
        TuscanRegulation,
        (ActType.AuthorityResolution, "autorita.nazionale.anticorruzione", "delibera"),
        (ActType.AuthorityGuidelines, "autorita.nazionale.anticorruzione", "linee.guida"),
    ];

    /// <summary>The name of the act, or null when an element that it needs is unknown.</summary>
    public static string? Of(ActReference act)
    {
        var form = Array.Find(Forms, candidate => candidate.Type == act.Type);
        if (form.Name is null || (act.Year is null && act.Date is null))
            return null;
        if (act.Region is { Slug: "toscana" } && act.Number is { } marked && marked.EndsWith(RegulationMark, StringComparison.Ordinal))
            form = TuscanRegulation;
        var authority = form.Authority;
        if (authority.StartsWith(RegionMark, StringComparison.Ordinal))
        {
            if (act.Region is null)
                return null;
            authority = string.Concat(act.Region.Authority, authority.AsSpan(1));
        }
        else if (authority == ActMark)
        {
            if (act.Authority is null)
                return null;
            authority = act.Authority;
        }
        if (act.Number is null && (act.Date is null || act.Type is ActType.Law or ActType.LegislativeDecree or ActType.DecreeLaw or ActType.RegionalLaw))
            return null;
        var date = act.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? act.Year!.Value.ToString(CultureInfo.InvariantCulture);
        return act.Number is null ? $"{Prefix}{authority}:{form.Name}:{date}" : $"{Prefix}{authority}:{form.Name}:{date};{act.Number}";
    }

    /// <summary>Normattiva publishes the acts of the State and resolves down to the article.</summary>
    public static Uri? Address(ActReference act, string urn, Partition? partition)
    {
        if (act.IsRegional || act.Type is ActType.Circular or ActType.AuthorityResolution or ActType.AuthorityGuidelines)
            return null;
        return new Uri(partition?.Article is { } article ? $"{Resolver}{urn}~art{article}" : Resolver + urn);
    }

    /// <summary>Reads a name without its prefix; null if it is not of a form that this library writes.</summary>
    public static ActReference? Parse(ReadOnlySpan<char> name)
    {
        var first = name.IndexOf(':');
        var second = first < 0 ? -1 : name[(first + 1)..].IndexOf(':') + first + 1;
        if (second <= first)
            return null;
        var authority = name[..first];
        var type = name[(first + 1)..second];
        var rest = name[(second + 1)..];
        var semicolon = rest.IndexOf(';');
        var written = semicolon < 0 ? rest : rest[..semicolon];
        if (written.Length < 4 || !int.TryParse(written[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        DateOnly? date = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var number = semicolon < 0 ? null : rest[(semicolon + 1)..].ToString();
        foreach (var form in Forms)
        {
            if (!type.SequenceEqual(form.Name) || !Matches(form.Authority, authority, out var region))
                continue;
            return new ActReference
            {
                Type = form.Type,
                Region = region,
                Authority = form.Authority == ActMark ? authority.ToString() : null,
                Number = number,
                Year = year,
                Date = date,
            };
        }
        return null;
    }

    private static bool Matches(string form, ReadOnlySpan<char> authority, out Region? region)
    {
        region = null;
        if (form == ActMark)
            return authority.StartsWith("minister", StringComparison.Ordinal) || authority.StartsWith("ministro", StringComparison.Ordinal);
        if (!form.StartsWith(RegionMark, StringComparison.Ordinal))
            return authority.SequenceEqual(form);
        var organ = form.AsSpan(1);
        if (!authority.EndsWith(organ, StringComparison.Ordinal))
            return false;
        region = Regions.OfAuthority(authority[..^organ.Length]);
        return region is not null;
    }
}
