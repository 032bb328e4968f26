namespace Hub.Kernel;

/// <summary>The application can't start. The message lists every error, one a line.</summary>
public class StartupException(IReadOnlyList<StartupError> errors, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, errors), cause)
{
    public StartupException(StartupError error)
        : this([error])
    {
    }

    /// <summary>Never empty.</summary>
    public IReadOnlyList<StartupError> Errors { get; } = errors;
}
