namespace Hub.Practices.Records;

/// <summary>Somebody who took part beside the owner.</summary>
public sealed record Partner
{
    /// <summary>As the sources write it, whether or not the body has a page.</summary>
    [Text(Max = 200), Required]
    public string Name { get; init; } = "";

    [Text(Max = 200)]
    public string Role { get; init; } = "";

    /// <summary>The body's page; where there is one, its numbers stand there.</summary>
    [References("ente")]
    public IReadOnlyList<Guid> Organisation { get; init; } = [];

    [Terms("tipo-ente")]
    public IReadOnlyList<string> Kind { get; init; } = [];

    [Terms("sezione-runts")]
    public IReadOnlyList<string> RuntsSection { get; init; } = [];

    [Text(Max = 10)]
    public string Runts { get; init; } = "";

    [Text(Max = 20)]
    public string FiscalCode { get; init; } = "";
}
