namespace Hub.Kernel;

/// <summary>The application can't start. The message lists every error, one a line.</summary>
public sealed class StartupException(IReadOnlyList<StartupError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public StartupException(StartupError error)
        : this([error])
    {
    }

    /// <summary>Never empty.</summary>
    public IReadOnlyList<StartupError> Errors { get; } = errors;
}
