using Hub.Content.Prose;
using Hub.Kernel.Regions;

namespace Hub.Guides;

/// <summary>Makes the phases of a procedure ready for a page. For one scope.</summary>
public sealed class ProcedureSteps(ItemReader reader, ProseRenderer prose)
{
    /// <param name="procedure">An item of type <c>procedura</c>.</param>
    public async Task<IReadOnlyList<ProcedureStep>> Of(Region region, Item procedure, CancellationToken cancel = default)
    {
        var steps = new List<ProcedureStep>();
        foreach (var phase in procedure.As<Procedure>().Phases)
        {
            var what = await prose.Render(region, procedure, phase.What, $"phases {steps.Count} what", cancel);
            steps.Add(new ProcedureStep(phase, what, await reader.Find(region, phase.Template, cancel)));
        }

        return steps;
    }
}

/// <summary>A phase with its text as HTML and its templates as items.</summary>
public sealed record ProcedureStep(ProcedurePhase Phase, ProseText What, IReadOnlyList<Item> Templates);
