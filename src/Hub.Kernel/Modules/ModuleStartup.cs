using System.Reflection;
using Hub.Kernel.Extensions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Modules;

/// <summary>A startup class of a module, made and ready to run. What it throws is told with the module's name.</summary>
internal sealed class ModuleStartup
{
    private readonly StartupBase startup;

    private ModuleStartup(Module module, Type type)
    {
        Module = module;
        Gate = module.GateOf(type);
        startup = Told(module, type, () => (StartupBase)Activator.CreateInstance(type, nonPublic: true)!);
    }

    public Module Module { get; }

    public FeatureGate Gate { get; }

    /// <summary>All startups, in the order in which they run.</summary>
    /// <exception cref="StartupException">One of them can't be made.</exception>
    public static IReadOnlyList<ModuleStartup> Of(ModuleCatalog catalog) =>
        [.. from module in catalog.Modules
            from type in module.Assembly.GetTypes()
            where type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract
            let found = new ModuleStartup(module, type)
            orderby found.Gate.Features.Max(catalog.IndexOf), found.startup.Order, type.FullName
            select found];

    /// <summary>Registers the module's services and puts its extensions behind its gate.</summary>
    /// <exception cref="StartupException">The module threw, or registered an extension in a way that can't be gated.</exception>
    public void ConfigureServices(IServiceCollection services, ExtensionCatalog extensions) => Told(Module, startup.GetType(), () =>
    {
        startup.ConfigureServices(services);
        extensions.Claim(services, Gate);
        return true;
    });

    /// <exception cref="StartupException">The module threw.</exception>
    public void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes) => Told(Module, startup.GetType(), () =>
    {
        startup.Configure(app, routes, app.ApplicationServices);
        return true;
    });

    private static T Told<T>(Module module, Type type, Func<T> act)
    {
        try
        {
            return act();
        }
#pragma warning disable CA1031 // a module may throw anything; it is wrapped, not swallowed
        catch (Exception e)
        {
            throw new StartupException(ErrorsOf(module, type, e), e) { Failed = module };
        }
#pragma warning restore CA1031
    }

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
