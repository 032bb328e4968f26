namespace Hub.Content.Changes;

/// <summary>Tells this process that something in a region was published, withdrawn or renamed. Thread-safe.</summary>
public sealed class ChangeSignal
{
    /// <summary>The region's id. Raised after the change is committed, here or on another node; handlers must be quick.</summary>
    public event Action<string>? Raised;

    public void Raise(string region) => Raised?.Invoke(region);
}
