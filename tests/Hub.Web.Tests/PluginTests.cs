using System.Diagnostics;
using System.Net;
using Hub.Web.Tests.Fixtures;

namespace Hub.Web.Tests;

/// <summary>The sample module dropped into the plug-in folder of the executable, which knows nothing of it.</summary>
public sealed class PluginTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-plugin-").FullName;
    private Process? hub;
    private Visitor? reader;

    public async ValueTask InitializeAsync()
    {
        SmallContent.WriteTo(Path.Combine(folder, "content"));
        Copy(Path.Combine(Repository.Root, "tests", "SampleModule", "bin", Repository.Build), Path.Combine(folder, "plugins", "SampleModule"));
        var program = Path.Combine(Repository.Root, "src", "Hub.App", "bin", Repository.Build, "Hub.App.dll");
        string[] arguments =
        [
            program, "--Hub:DataPath", Path.Combine(folder, "data"), "--Hub:ContentPath", Path.Combine(folder, "content"),
            "--Hub:PluginPath", Path.Combine(folder, "plugins"), "--urls", "http://127.0.0.1:0",
        ];
        hub = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        _ = hub.StandardError.ReadToEndAsync();
        while (await hub.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Amministratore: ", StringComparison.Ordinal))
            {
                reader = new Visitor(new Uri(line.Split(' ')[1]).GetLeftPart(UriPartial.Authority));
                _ = hub.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        Assert.Fail("The hub did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        if (hub is not null)
        {
            hub.Kill();
            await hub.WaitForExitAsync();
            hub.Dispose();
        }

        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task ItsViewsItsContentTypeAndItsPartsWorkLikeThoseOfTheApplication()
    {
        var notice = await reader!.Ask("/toscana/bacheca/sedie");
        Assert.Equal(HttpStatusCode.OK, notice.Status);
        Assert.NotNull(notice.Page.QuerySelector(".board-days"));
        Assert.Contains(notice.Page.QuerySelectorAll("main strong"), strong => strong.TextContent == "ore 17.30");
        Assert.NotNull(notice.Page.QuerySelector(".board-side"));

        Assert.Equal("Avvisi in bacheca", (await reader.Ask("/toscana/bacheca")).Page.QuerySelector("h1")!.TextContent.Trim());
        var board = await reader.Ask("/toscana/appuntamenti");
        Assert.Contains("Festa del quartiere", board.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("italia-toscana", board.Text, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR", (await reader.Ask("/toscana/appuntamenti.ics")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Ask("/puglia/appuntamenti")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Ask("/puglia/bacheca")).Status);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
