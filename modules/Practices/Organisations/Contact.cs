namespace Hub.Practices.Organisations;

/// <summary>Somebody whom readers may ask, because they agreed to it.</summary>
public sealed record Contact
{
    [Text(Max = 120), Required]
    public string Name { get; init; } = "";

    [Text(Max = 120)]
    public string Role { get; init; } = "";

    [Text(Max = 254)]
    public string Email { get; init; } = "";

    [Text(Max = 40)]
    public string Phone { get; init; } = "";

    /// <summary>The day on which they agreed to stand there.</summary>
    [Date, Required]
    public DateOnly? ConsentOn { get; init; }

    /// <summary>The day on which they took it back.</summary>
    [Date]
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Whether readers may see it on a day: agreed to, and not taken back.</summary>
    public bool IsShown(DateOnly today) => ConsentOn <= today && (WithdrawnOn is null || WithdrawnOn > today);
}
