using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>A person who has a keyboard alone: what has the focus can be seen, and it is never lost.</summary>
internal sealed class KeyboardHand(IPage page)
{
    // Far more than any screen of the desk has to reach.
    private const int MostTabs = 80;

    private const string Focus = """
        () => {
          const of = document.activeElement;
          if (!of || of === document.body) return null;
          const style = getComputedStyle(of), at = of.getBoundingClientRect(), label = of.labels?.[0]?.innerText ?? '';
          return {
            name: (of.getAttribute('aria-label') ?? (label !== '' ? label : of.innerText)).trim(), group: of.closest('fieldset')?.querySelector('legend')?.innerText.trim() ?? '',
            isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && at.width > 0 && at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth,
          };
        }
        """;

    /// <summary>How often Tab was pressed.</summary>
    public int Tabs { get; private set; }

    /// <summary>What does something: Enter, the space bar, a presenter's key.</summary>
    public int Actions { get; private set; }

    /// <summary>Presses a key that does something.</summary>
    public async Task PressAsync(string key)
    {
        Actions++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes on with Tab to what has a name, in a group of a name, and presses it.</summary>
    public async Task PressOnAsync(string name, string key = "Enter", string group = "")
    {
        for (int i = 0; i < MostTabs; i++)
        {
            Tabs++;
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<Focused?>(Focus) is not { } on) continue; // past the end, the browser's own bar
            on.IsSeen.ShouldBeTrue($"the focus on \"{on.Name}\" {on.Group} is not seen");
            if (!Same(on.Name, name) || (group.Length > 0 && !Same(on.Group, group))) continue;
            await PressAsync(key);
            return;
        }

        throw new InvalidOperationException($"Tab does not come to \"{name}\" {group}");
    }

    /// <summary>Fails where a change of the screen took the focus away.</summary>
    public async Task KeepsFocusAsync() => (await page.EvaluateAsync<Focused?>(Focus)).ShouldNotBeNull("nothing has the focus");

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private sealed record Focused
    {
        public string Name { get; init; } = "";

        public string Group { get; init; } = "";

        public bool IsSeen { get; init; }
    }
}
