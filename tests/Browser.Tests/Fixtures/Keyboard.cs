using Microsoft.Playwright;

namespace Browser.Tests.Fixtures;

/// <summary>A reader without a pointer: every stop of the focus must be on the screen and visibly marked.</summary>
public sealed class Keyboard(IPage page)
{
    /// <summary>Where the focus is, and what is wrong with how it shows.</summary>
    private const string Stop =
        """
        (wanted) => {
          const element = document.activeElement
          const shape = (element.type === 'radio' || element.type === 'checkbox') ? element.labels[0] ?? element : element
          const box = shape.getBoundingClientRect()
          const marked = [element, shape, element.closest('label'), element.parentElement].some((one) => {
            if (!one) return false
            const style = getComputedStyle(one)
            const before = getComputedStyle(one, '::before'), after = getComputedStyle(one, '::after')
            return [style, before, after].some((each) => (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 1) || each.boxShadow !== 'none')
          })
          const isThere = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
          const name = element.outerHTML.slice(0, 160)
          return { found: element.matches(wanted), fault: element === document.body ? '' : !isThere ? `not on the screen: ${name}` : !marked ? `no mark of the focus: ${name}` : '', name }
        }
        """;

    /// <summary>Tabs until the focus is on what the selector names.</summary>
    /// <param name="within">At most so many stops.</param>
    public async Task TabTo(string selector, int within)
    {
        var passed = new List<string>();
        for (var stop = 0; stop < within; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var now = await page.EvaluateAsync<FocusStop>(Stop, selector);
            Assert.True(now.Fault.Length == 0, $"{page.Url}: {now.Fault}");
            if (now.Found)
                return;
            passed.Add(now.Name);
        }

        Assert.Fail($"{page.Url}: {within} stops did not reach {selector}. Passed:\n{string.Join('\n', passed.TakeLast(20))}");
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    private sealed class FocusStop
    {
        public bool Found { get; set; }
        public string Fault { get; set; } = "";
        public string Name { get; set; } = "";
    }
}

/// <summary>What is on the clipboard arrives in a field.</summary>
internal static class Clipboard
{
    public static Task Paste(this IPage page, string field, string html) => page.EvaluateAsync(
        """
        ([field, html]) => {
          const data = new DataTransfer()
          data.setData('text/html', html)
          const area = document.querySelector(field)
          area.focus()
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
        }
        """, new[] { field, html });
}
