namespace Hub.Web.Tests.Fixtures;

/// <summary>A hub for one class of tests, which may change things while the others read from theirs.</summary>
public sealed class OwnPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    public ValueTask InitializeAsync() => Portal.InitializeAsync();

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
