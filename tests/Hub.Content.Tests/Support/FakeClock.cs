namespace Hub.Content.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class FakeClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now);
}
