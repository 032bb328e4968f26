using System.Net;
using System.Runtime.Loader;
using Hub.Kernel.Extensions;
using Hub.Kernel.Modules;
using Hub.Kernel.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Kernel.Tests;

public sealed class PluginTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-plugins-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task APluginIsServedLikeAModuleOfTheApplication()
    {
        CopySampleModule();
        await using var portal = await Portal.Start([], [Some.National("Sample.Notices.Calendar"), Some.Region("toscana")], folder);

        Assert.Empty(portal.Kernel.LeftOut);
        Assert.Equal((HttpStatusCode.OK, "BEGIN:VCALENDAR"), await FirstLine(portal, "appuntamenti.ics"));
        var (status, page) = await portal.Ask("appuntamenti");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nessun appuntamento in programma.", page, StringComparison.Ordinal);
        Assert.Equal("Appuntamenti", Assert.Single(portal.Extensions<INavigation>("nazionale")).Items(portal.Regions.Current.National).First().Title);
        Assert.Equal(HttpStatusCode.NotFound, await portal.Status("toscana/appuntamenti"));
    }

    [Fact]
    public void APluginHasAContextOfItsOwnAndSharesTheKernel()
    {
        CopySampleModule();

        var plugin = Assert.Single(ModuleDiscovery.InFolder(folder).Modules);

        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(plugin.Assembly));
        Assert.NotSame(Some.Sample.Assembly, plugin.Assembly);
        Assert.Contains(plugin.Assembly.GetTypes(), type => type.IsSubclassOf(typeof(StartupBase)));
        Assert.Equal(Path.Combine(folder, "SampleModule"), plugin.PluginFolder);
    }

    [Fact]
    public void BrokenPluginsAreToldAndEverythingElseStarts()
    {
        CopySampleModule();
        Write("Garbage", "This is not an assembly.");
        Directory.CreateDirectory(Path.Combine(folder, "Empty"));
        new ModuleFile("NoManifest", id: null).SaveAsPlugin(folder);
        new ModuleFile("Copycat", "Copycat").Feature("Test.Routes").SaveAsPlugin(folder);
        new ModuleFile("Lonely", "Lonely", "nowhere").SaveAsPlugin(folder);
        new ModuleFile("Late", "Late").FailingIn("ConfigureServices", "No more room.").SaveAsPlugin(folder);

        var kernel = HubKernel.Add(new ServiceCollection(), [Some.TestModule], folder);

        Assert.Equal(["Hub.Kernel.Tests", "SampleModule"], kernel.Catalog.Modules.Select(module => module.Id).Order(StringComparer.Ordinal));
        Told(kernel, "HUB-K005", "Empty");
        Told(kernel, "HUB-K005", "Garbage");
        Told(kernel, "HUB-K005", "NoManifest", "carries no Module attribute");
        Told(kernel, "HUB-K002", "Copycat", "declared by Hub.Kernel.Tests and Copycat");
        Told(kernel, "HUB-K003", "Lonely", "depends on nowhere");
        Told(kernel, "HUB-K007", "Late", "No more room.");
        Assert.Equal(6, kernel.LeftOut.Count);
    }

    [Fact]
    public void PluginsMayDependOnEachOtherWhateverTheirNames()
    {
        new ModuleFile("A", "A", "B").SaveAsPlugin(folder);
        new ModuleFile("B", "B", "C").SaveAsPlugin(folder);
        new ModuleFile("C", "C").SaveAsPlugin(folder);

        var kernel = HubKernel.Add(new ServiceCollection(), [], folder);

        Assert.Empty(kernel.LeftOut);
        Assert.Equal(["C", "B", "A"], kernel.Catalog.Modules.Select(module => module.Id));
    }

    [Fact]
    public void WithAPluginThatFailsThoseThatNeedItAreLeftOut()
    {
        new ModuleFile("Needs", "Needs", "Fails").SaveAsPlugin(folder);
        new ModuleFile("Fails", "Fails").FailingIn("ConfigureServices", "No more room.").SaveAsPlugin(folder);
        var services = new ServiceCollection();
        services.AddSingleton<INavigation>(new OneEntry("nucleo"));

        var kernel = HubKernel.Add(services, [Some.TestModule], folder);

        Assert.Equal(["HUB-K007", "HUB-K003"], kernel.LeftOut.Select(error => error.Code));
        Assert.Equal(["Hub.Kernel.Tests"], kernel.Catalog.Modules.Select(module => module.Id));
        Assert.Single(services, descriptor => descriptor.ServiceType == typeof(HubKernel));
    }

    [Fact]
    public async Task OfAPluginThatFailsWhileItMapsItsRoutesNoneIsLeft()
    {
        new ModuleFile("Fails", "Fails").FailingIn("Configure", "No way.").SaveAsPlugin(folder);

        await using var portal = await Portal.Start([Some.TestModule], [Some.National("Test.Archive", "Test.Routes", "Fails")], folder);

        Told(portal.Kernel, "HUB-K007", "Fails", "No way.");
        Assert.Equal(HttpStatusCode.OK, await portal.Status("plain"));
        Assert.Equal(HttpStatusCode.OK, await portal.Status("scaffale")); // mapped twice, it would be ambiguous
    }

    [Fact]
    public void AModuleOfTheApplicationThatFailsStopsTheStart()
    {
        var broken = new ModuleFile("Own", "Own").FailingIn("ConfigureServices", "No more room.").Load();

        var e = Assert.Throws<StartupException>(() => HubKernel.Add(new ServiceCollection(), [broken]));

        Assert.Equal("HUB-K007 Own: FailingStartup: The startup failed with InvalidOperationException: No more room. "
            + "Mend the module, or leave it out of the build.", e.Message);
        Assert.IsType<InvalidOperationException>(e.InnerException);
    }

    [Fact]
    public void WithoutAFolderThereAreNoPlugins()
    {
        var (modules, errors) = ModuleDiscovery.InFolder(Path.Combine(folder, "absent"));

        Assert.Empty(modules);
        Assert.Empty(errors);
    }

    private static void Told(HubKernel kernel, string code, string name, string problem = "")
    {
        var error = Assert.Single(kernel.LeftOut, error => error.Code == code && error.Place.Contains(name, StringComparison.Ordinal));

        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    private static async Task<(HttpStatusCode Status, string FirstLine)> FirstLine(Portal portal, string path)
    {
        var (status, body) = await portal.Ask(path);
        return (status, body.Split("\r\n")[0]);
    }

    private void Write(string plugin, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, plugin));
        File.WriteAllText(Path.Combine(folder, plugin, plugin + ".dll"), text);
    }

    /// <summary>The build's own output, as whoever installs a plug-in would copy it; the kernel lies beside it.</summary>
    private void CopySampleModule()
    {
        var built = Path.Combine(Repository.Root, "tests", "SampleModule", "bin", Repository.Build);
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "SampleModule", Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
