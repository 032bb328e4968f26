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
    private readonly IServiceCollection services;
    private readonly IReadOnlyList<ModuleStartup> startups;
    private readonly ExtensionCatalog extensions = new();
    private readonly List<StartupError> leftOut;

    private HubKernel(IServiceCollection services, ModuleCatalog catalog, List<StartupError> leftOut)
    {
        this.services = services;
        this.leftOut = leftOut;
        Catalog = catalog;
        startups = ModuleStartup.Of(catalog);
    }

    public ModuleCatalog Catalog { get; }

    /// <summary>Plug-ins that could not be used, each with what to do about it. Complete after <see cref="MapModules"/>.</summary>
    public IReadOnlyList<StartupError> LeftOut => leftOut;

    /// <summary>
    /// Adds the kernel and every module to the services. Extensions that the core itself registers stand in
    /// <paramref name="services"/> before this is called: they are taken over with an open gate. One that is registered
    /// afterwards would never be called, so <see cref="MapModules"/> refuses it.
    /// </summary>
    /// <remarks>The host adds an <see cref="IRegionStore"/> and an <see cref="ITaskLedger"/>, before or after.</remarks>
    /// <param name="modules">The application's own modules.</param>
    /// <param name="pluginFolder">Where plug-ins lie; null for none.</param>
    /// <exception cref="StartupException">The application's own modules contradict each other, or one of them threw (HUB-K007).</exception>
    public static HubKernel Add(IServiceCollection services, IReadOnlyList<Module> modules, string? pluginFolder = null)
    {
        var (plugins, errors) = pluginFolder is null ? ([], []) : ModuleDiscovery.InFolder(pluginFolder);
        var usable = plugins.ToList();
        var before = services.ToArray();
        while (true)
        {
            var (catalog, refused) = PluginAdmission.Admit(ModuleCatalog.Of(modules), usable);
            try
            {
                var kernel = new HubKernel(services, catalog, [.. errors, .. refused]);
                kernel.Register();
                return kernel;
            }
            catch (StartupException e) when (e.Failed is { } failed && usable.Remove(failed))
            {
                errors = [.. errors, .. e.Errors];
                Restore(services, before);
            }
        }
    }

    /// <summary>
    /// Lets every module add its middleware and its gated endpoints. Of a plug-in that throws, the endpoints are taken
    /// back and the error joins <see cref="LeftOut"/>.
    /// </summary>
    /// <exception cref="StartupException">
    /// One of the application's own modules threw (HUB-K007), or an extension was registered after <see cref="Add"/> (HUB-K008).
    /// </exception>
    public void MapModules(IApplicationBuilder app, IEndpointRouteBuilder routes)
    {
        ExtensionCatalog.RefuseLatecomers(services);
        foreach (var startup in startups)
        {
            var before = routes.DataSources.ToHashSet();
            var group = routes.MapGroup("");
            group.WithMetadata(startup.Gate);
            try
            {
                startup.Configure(app, group);
            }
            catch (StartupException e) when (e.Failed?.PluginFolder is not null)
            {
                leftOut.AddRange(e.Errors);
                foreach (var added in routes.DataSources.Where(source => !before.Contains(source)).ToArray())
                    routes.DataSources.Remove(added);
            }
        }
    }

    private void Register()
    {
        extensions.Claim(services, FeatureGate.Open);
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
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
        foreach (var startup in startups)
            startup.ConfigureServices(services, extensions);

        AddApplicationParts();
    }

    /// <summary>Modules bring controllers and compiled views; those of plug-ins are not known to the build.</summary>
    private void AddApplicationParts()
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

    private static void Restore(IServiceCollection services, ServiceDescriptor[] before)
    {
        services.Clear();
        foreach (var descriptor in before)
            services.Add(descriptor);
    }
}
