using System.Net;
using System.Text.Json;
using Modules.Tests.Fixtures;

namespace Modules.Tests.OpenData;

public sealed class ApiLimitTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Busy = "192.0.2.1";

    [Fact]
    public async Task WhoAsksTooOftenIsToldWhenToAskAgainAndKeptPagesStayFree()
    {
        var portal = own.Portal;
        var refused = (HttpResponseMessage?)null;
        await Task.Delay(1500, TestContext.Current.CancellationToken); // the start's own changes are told once more within half a second
        for (var i = 0; i < 125 && refused is null; i++)
        {
            var answer = await portal.Ask($"/toscana/api/v1/norme?q=parola{i}&quanti=1", Busy);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                refused = answer;
            else
                answer.Dispose();
        }

        Assert.NotNull(refused);
        using (refused)
        {
            var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Equal("troppe-richieste", problem.GetProperty("code").GetString());
            foreach (var kept in new[] { "/toscana/api/v1/norme?q=parola0&quanti=1", "/toscana/norme" })
            {
                using var free = await portal.Ask(kept, Busy);
                Assert.Equal(HttpStatusCode.OK, free.StatusCode);
            }

            Assert.Equal(HttpStatusCode.OK, await portal.Status("/toscana/api/v1/norme?q=altra&quanti=1")); // anybody else may ask
        }
    }
}
