namespace Hub.Citations;

/// <summary>The naming systems of legal documents.</summary>
public enum IdentifierScheme
{
    /// <summary>URN:NIR, <c>urn:nir:stato:legge:1990-08-07;241~art12</c>.</summary>
    Nir,

    /// <summary>CELEX, <c>CELEX:32016R0679~art6</c>.</summary>
    Celex,

    /// <summary>European Case Law Identifier, <c>ECLI:IT:COST:2020:131</c>.</summary>
    Ecli,

    /// <summary>European Legislation Identifier, as an address.</summary>
    Eli,
}

/// <summary>A name of a legal document or of a part of it, and where it can be read, if a public service resolves it.</summary>
public sealed record Identifier(IdentifierScheme Scheme, string Value, Uri? Address)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
