using Hub.Kernel.Modules;

namespace Hub.Kernel;

/// <summary>The application can't start. The message lists every error, one a line.</summary>
public sealed class StartupException(IReadOnlyList<StartupError> errors, Exception? cause = null)
    : Exception(string.Join(Environment.NewLine, errors), cause)
{
    public StartupException(StartupError error)
        : this([error])
    {
    }

    /// <summary>Never empty.</summary>
    public IReadOnlyList<StartupError> Errors { get; } = errors;

    /// <summary>The module whose startup failed, if that is the reason: a plug-in can be left out.</summary>
    internal Module? Failed { get; init; }
}
