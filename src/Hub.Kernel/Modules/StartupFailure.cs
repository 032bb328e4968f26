using System.Reflection;

namespace Hub.Kernel.Modules;

/// <summary>A startup class of a module threw: the end for the application's own modules, a plug-in is left out.</summary>
internal sealed class StartupFailure(Module module, Type startup, Exception cause)
    : StartupException(ErrorsOf(module, startup, cause), cause)
{
    public Module Module { get; } = module;

    private static StartupError[] ErrorsOf(Module module, Type startup, Exception cause)
    {
        if (cause is StartupException known)
            return [.. known.Errors.Select(error => error with { Place = $"{module.Id}: {error.Place}" })];
        var reason = cause is TargetInvocationException { InnerException: { } inner } ? inner : cause;
        return [new StartupError("HUB-K007", $"{module.Id}: {startup.FullName}",
            $"The startup failed with {reason.GetType().Name}: {reason.Message}",
            module.PluginFolder is { } folder ? $"Mend the plug-in, or remove {folder}." : "Mend the module, or leave it out of the build.")];
    }
}
