namespace Hub.Citations;

/// <summary>What a citation points to, as a reader would sort it.</summary>
public enum CitationKind
{
    /// <summary>The Constitution, laws, decrees and codes of the State.</summary>
    StateAct,

    /// <summary>Laws, regulations and resolutions of a region or an autonomous province.</summary>
    RegionalAct,

    /// <summary>Ministerial decrees, circulars and acts of independent authorities.</summary>
    AdministrativeAct,

    /// <summary>Regulations, directives, decisions and treaties of the European Union.</summary>
    EuropeanAct,

    /// <summary>Decisions of Italian and European courts.</summary>
    Decision,
}
