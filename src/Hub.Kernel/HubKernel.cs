using Hub.Kernel.Extensions;
using Hub.Kernel.Gates;
using Hub.Kernel.Modules;
using Hub.Kernel.Regions;
using Hub.Kernel.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Kernel;

/// <summary>
/// Composes the application: modules' services once for all regions, each extension tagged with its gate, then their
/// endpoints. Made at start and kept for the life of the process.
/// </summary>
public sealed class HubKernel
{
    private readonly IReadOnlyList<(StartupBase Startup, FeatureGate Gate)> startups;

    private HubKernel(ModuleCatalog catalog, IReadOnlyList<StartupError> leftOut)
    {
        Catalog = catalog;
        LeftOut = leftOut;
        startups = [.. catalog.Modules.SelectMany(Startups)
            .OrderBy(found => found.Place).ThenBy(found => found.Startup.Order).ThenBy(found => found.Startup.GetType().FullName, StringComparer.Ordinal)
            .Select(found => (found.Startup, found.Gate))];
    }

    public ModuleCatalog Catalog { get; }

    /// <summary>Plug-ins that could not be used, each with what to do about it.</summary>
    public IReadOnlyList<StartupError> LeftOut { get; }

    /// <summary>Adds the kernel and every module to the services.</summary>
    /// <param name="modules">The application's own modules.</param>
    /// <param name="pluginFolder">Where plug-ins lie; null for none.</param>
    /// <exception cref="StartupException">The application's own modules contradict each other.</exception>
    public static HubKernel Add(IServiceCollection services, IReadOnlyList<Module> modules, string? pluginFolder = null)
    {
        var (plugins, errors) = pluginFolder is null ? ([], []) : ModuleDiscovery.InFolder(pluginFolder);
        var (catalog, refused) = Accept(modules, plugins);
        var kernel = new HubKernel(catalog, [.. errors, .. refused]);
        kernel.Register(services);
        return kernel;
    }

    /// <summary>Lets every module add its middleware and its gated endpoints.</summary>
    public void MapModules(IApplicationBuilder app, IEndpointRouteBuilder routes)
    {
        foreach (var (startup, gate) in startups)
        {
            var group = routes.MapGroup("");
            group.WithMetadata(gate);
            startup.Configure(app, group, app.ApplicationServices);
        }
    }

    private static (ModuleCatalog Catalog, List<StartupError> Refused) Accept(IReadOnlyList<Module> own, IReadOnlyList<Module> plugins)
    {
        var catalog = ModuleCatalog.Of(own);
        var refused = new List<StartupError>();
        foreach (var plugin in plugins)
        {
            try
            {
                catalog = ModuleCatalog.Of([.. catalog.Modules, plugin]);
            }
            catch (StartupException e)
            {
                refused.AddRange(e.Errors);
            }
        }

        return (catalog, refused);
    }

    private void Register(IServiceCollection services)
    {
        var extensions = new ExtensionCatalog();
        extensions.Claim(services, 0, FeatureGate.Open);
        services.AddHttpContextAccessor();
        services.AddSingleton(this);
        services.AddSingleton(Catalog);
        services.AddSingleton(extensions);
        services.AddSingleton<RegionDirectory>();
        services.AddScoped<CurrentRegion>();
        services.AddScoped<EnabledExtensions>();
        services.AddSingleton<TaskRunner>();
        services.AddHostedService<TaskClock>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, FeatureGatePolicy>());
        services.Configure<MvcOptions>(mvc => mvc.Conventions.Add(new FeatureGateConvention(Catalog)));
        AddApplicationParts(services);
        foreach (var (startup, gate) in startups)
        {
            var from = services.Count;
            startup.ConfigureServices(services);
            extensions.Claim(services, from, gate);
        }
    }

    /// <summary>Modules bring controllers and compiled views; those of plug-ins are not known to the build.</summary>
    private void AddApplicationParts(IServiceCollection services)
    {
        var parts = services.AddMvcCore().PartManager.ApplicationParts;
        foreach (var assembly in Catalog.Modules.Select(module => module.Assembly))
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
            {
                if (!parts.Any(known => known.GetType() == part.GetType() && known.Name == part.Name))
                    parts.Add(part);
            }
        }
    }

    private IEnumerable<(StartupBase Startup, FeatureGate Gate, int Place)> Startups(Module module) =>
        from type in module.Assembly.GetTypes()
        where type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract
        let gate = module.GateOf(type)
        select ((StartupBase)Activator.CreateInstance(type, nonPublic: true)!, gate,
            gate.Features.Max(id => Catalog.IndexOf(Catalog.Find(id)!)));
}
