using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Modules.Tests.Legislation;

/// <summary>A server on this machine that plays recorded and hostile answers, and counts who asked for what.</summary>
public sealed class SourceServer : IAsyncLifetime
{
    internal const string Feed = """
        <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bollettino</title>
        <entry><id>urn:1</id><title>Legge regionale 1/2026</title><summary>&lt;p&gt;Nuove &lt;b&gt;regole&lt;/b&gt;&lt;/p&gt;</summary><link href="/leggi/1"/><published>2026-11-01T09:00:00Z</published></entry>
        <entry><id>urn:2</id><title>Delibera 2/2026</title><link rel="alternate" href="javascript:alert(1)"/></entry></feed>
        """;

    private readonly List<string> asked = [];
    private WebApplication? app;

    public Uri Address => new(app!.Urls.First());

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (asked)
                return [.. asked];
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Answer);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        lock (asked)
            asked.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.IfNoneMatch} {context.Request.Headers.UserAgent}");
        var answer = context.Response;
        switch (context.Request.Path.Value)
        {
            case "/robots.txt":
                await answer.WriteAsync("User-agent: *\nDisallow: /privato\n");
                break;
            case "/feed":
                answer.Headers.ETag = "\"uno\"";
                if (context.Request.Headers.IfNoneMatch == "\"uno\"")
                    answer.StatusCode = (int)HttpStatusCode.NotModified;
                else
                    await answer.WriteAsync(Feed);
                break;
            case "/grande":
                var part = new byte[100_000];
                for (var i = 0; i < 60; i++)
                    await answer.Body.WriteAsync(part);
                break;
            case "/giro":
                answer.Redirect("/giro");
                break;
            case "/file":
                answer.Redirect("file:///etc/passwd");
                break;
            case "/casa":
                answer.Redirect("http://169.254.169.254/latest/meta-data");
                break;
            case "/altrove":
                answer.Redirect("/feed");
                break;
            case "/rotto":
                answer.StatusCode = 503;
                answer.Headers.RetryAfter = "7200";
                break;
            case "/lento":
                await answer.StartAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case "/strano":
                await answer.WriteAsync("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feed>&x;</feed>");
                break;
            default:
                answer.StatusCode = 404;
                break;
        }
    }
}
