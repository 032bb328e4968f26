using Hub.Citations.Resolving;

namespace Hub.Citations.Tests;

public sealed class DataFileTests
{
    [Fact]
    public void EveryKnownActIsNamedAsItIsWritten()
    {
        foreach (var row in DataFile.Read("known-acts.tsv"))
        {
            var act = row[0].StartsWith("CELEX:", StringComparison.Ordinal) ? Celex.Parse(row[0][6..]) : Nir.Parse(row[0]);

            Assert.NotNull(act);
            Assert.Equal(row[0], act.IsEuropean ? Celex.Of(act) : Nir.Of(act)!["urn:nir:".Length..]);
            Assert.NotEmpty(row[2]);
        }
    }

    [Fact]
    public void EveryAliasIsFoundAndLeadsToItsAct()
    {
        foreach (var row in DataFile.Read("aliases.tsv"))
            foreach (var form in DataFile.Forms(row[0]))
            {
                var text = $"ai sensi dell'art. 1 della {(row[2] == "capital" ? char.ToUpperInvariant(form[0]) + form[1..] : form)}";
                var citation = CitationFinder.Find(text).SingleOrDefault();

                Assert.True(citation is not null, text);
                var expected = row[1].StartsWith("CELEX:", StringComparison.Ordinal) ? row[1] : "urn:nir:" + row[1];
                Assert.Contains($"{expected}~art1", citation.Identifiers.Concat(citation.Candidates).Select(identifier => identifier.Value));
            }
    }

    [Fact]
    public void EveryTableSaysWhereItComesFrom()
    {
        foreach (var row in DataFile.Read("aliases.tsv"))
            Assert.True(row.Length == 4 && row[3].Length > 0, row[0]);
        Assert.Equal(22, Region.All.Count);
    }
}
