using Modules.Tests.Fixtures;

namespace Modules.Tests.Practices;

/// <summary>On the hub that nobody changes.</summary>
public sealed class ShippedPracticesTests(Portal portal)
{
    [Fact]
    public async Task EveryShippedPracticeIsAssessedOnSixAxesAndCertifiedByItsRegion()
    {
        foreach (var path in new[] { "/puglia/pratiche/spazi-di-comunita-putignano", "/lombardia/pratiche/tavoli-casalasco-oglio-po", "/lombardia/pratiche/piano-di-zona-varese", "/toscana/pratiche/mappafondo-aree-vaste-2023", "/emilia-romagna/pratiche/community-lab-accompagnamento" })
        {
            var page = await portal.Page(path);

            Assert.Equal(6, page.QuerySelectorAll(".quality-table tbody tr").Length);
            Assert.All(page.QuerySelectorAll(".quality-why"), why => Assert.Contains("Redazione del portale, 28 novembre 2026", Portal.Words(why), StringComparison.Ordinal));
            Assert.Contains("Certificata fino al 28 novembre 2028", Portal.Words(page.QuerySelector(".facts")!), StringComparison.Ordinal);
        }
    }
}
