using Hub.Kernel.Regions;
using Microsoft.AspNetCore.Mvc;

namespace SampleModule;

/// <summary>The board's page. Like every controller of a module, it answers only where the module's feature is on.</summary>
[Route("appuntamenti")]
public sealed class NoticesController(NoticeBoard board) : Controller
{
    [HttpGet]
    public IActionResult Index() => View(board.Of(HttpContext.GetRegion()));
}
