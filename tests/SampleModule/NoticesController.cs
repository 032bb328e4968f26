using Hub.Kernel.Regions;
using Hub.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace SampleModule;

/// <summary>The board's page. Like every controller of a module, it answers only where the module's feature is on.</summary>
[Route("appuntamenti")]
public sealed class NoticesController(CurrentRegion current, NoticeBoard board, PageFrame frame) : Controller
{
    [HttpGet]
    public IActionResult Index()
    {
        frame.Is(Texts.In["Board"]);
        return View("Board", board.Of(current.Region));
    }
}
