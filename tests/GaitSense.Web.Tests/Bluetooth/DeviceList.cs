using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Bluetooth;

/// <summary>The browser's own list of devices (DevTools domain DeviceAccess, of the page's session), answered as a person would.</summary>
internal sealed class DeviceList
{
    private readonly ICDPSession _page;
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private string? _wanted;

    private DeviceList(ICDPSession page) => _page = page;

    /// <summary>Lists that were answered.</summary>
    public int Answered => _answered.Count;

    public static async Task<DeviceList> OfAsync(IPage page)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        var list = new DeviceList(session);
        session.Event("DeviceAccess.deviceRequestPrompted").OnEvent += (_, e) => list.Opened(e!.Value);
        await session.SendAsync("DeviceAccess.enable");
        return list;
    }

    /// <summary>From the next list on: a tap on the shoe of that address; null: the list is closed.</summary>
    public void Tap(string? address) => _wanted = address;

    // The list grows while it is open: it is told of again and again.
    private void Opened(JsonElement e)
    {
        string id = e.GetProperty("id").GetString()!;
        if (_wanted is null)
        {
            if (_answered.Add(id)) _ = _page.SendAsync("DeviceAccess.cancelPrompt", new(StringComparer.Ordinal) { ["id"] = id });
        }
        else if (e.GetProperty("devices").EnumerateArray().Any(d => d.GetProperty("id").ValueEquals(_wanted)) && _answered.Add(id))
        {
            _ = _page.SendAsync("DeviceAccess.selectPrompt", new(StringComparer.Ordinal) { ["id"] = id, ["deviceId"] = _wanted });
        }
    }
}
