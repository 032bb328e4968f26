using Hub.Kernel.Modules;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Hub.Kernel.Gates;

/// <summary>Tags the actions of a module's controllers with the module's gate.</summary>
internal sealed class FeatureGateConvention(ModuleCatalog catalog) : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            if (catalog.ModuleOf(controller.ControllerType.Assembly) is not { } module)
                continue;
            var gate = module.GateOf(controller.ControllerType);
            foreach (var selector in controller.Actions.SelectMany(action => action.Selectors))
                selector.EndpointMetadata.Add(gate);
        }
    }
}
