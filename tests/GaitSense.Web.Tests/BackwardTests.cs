using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests;

/// <summary>Walking backward in the page: with a team's plan alone, taken by hand, and behind each point of its list, before each walk and before it goes on.</summary>
[Collection(PageTests.Name)]
public sealed class BackwardTests(WebPage web)
{
    private static readonly string[] Points = ["Is the path behind you clear for 4 metres? Is there no rug on it?", "Is a rail or a person in reach?", "Do you wear closed shoes?", "Is one ear free, or does a loudspeaker play?"];

    [Fact]
    public async Task APlan_IsTakenByHand_SaidInWords_AndTakenAwayAgain()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await OpenPlanAsync(page);
        await page.GetByText("You have no plan from your team. Walk at your own pace.").WaitForAsync();
        await TakeAsync(page, "anything else");
        await page.GetByText("This file is not a plan from your team.").WaitForAsync();
        await WebPage.UntilAsync(page, "globalThis.spoken?.includes('This file is not a plan from your team.')"); // said as soon as it is drawn
        await page.GetByText("You have no plan from your team. Walk at your own pace.").WaitForAsync();
        await TakeAsync(page, "a plan");
        await page.GetByText("Walking backward, eight weeks. It goes until 10 January 2027.").WaitForAsync();
        await WebPage.PressAsync(page, "Remove the plan");
        await page.GetByText("The plan is gone. Your walks are still here.").WaitForAsync();
        (await WebPage.HeardAsync(page)).Last(m => Is(m, "Keep")).GetProperty("args")[0].GetString()!.ShouldContain("\"plans\":[]");
    }

    [Fact]
    public async Task EachPoint_IsConfirmedBeforeTheWalk_AndAgainBeforeItGoesOn()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WithPlanAsync(page);
        await page.GetByText("Walk backward 6 times. The path is 4 metres long.").WaitForAsync();
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        foreach (string point in Points)
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = point }).WaitForAsync();
            (await page.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true }).CountAsync()).ShouldBe(0, point);
            await WebPage.PressAsync(page, "Yes");
        }

        await page.GetByRole(AriaRole.Heading, new() { Name = "Your shoes" }).WaitForAsync();
        await page.GetByText("Walk backward 6 times. The path is 4 metres long.").WaitForAsync();
        await WebPage.PressAsync(page, "Walk");
        await page.Locator(".stop").WaitForAsync();
        JsonElement asked = JsonDocument.Parse((await WebPage.HeardAsync(page)).Last(m => Is(m, "Connect")).GetProperty("args")[0].GetString()!).RootElement;
        (asked.GetProperty("checklistConfirmed").GetBoolean(), asked.GetProperty("lengths").GetInt32(), asked.GetProperty("pathM").GetDouble()).ShouldBe((true, 6, 4));

        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("walking({ leftS: null, lengthsLeft: 4, cues: { state: 'silent', why: 'away_from_start', words: '' } })");
        await page.GetByText("Walk forward to the start. Then the beat can come.").WaitForAsync();
        (await page.Locator(".digits").TextContentAsync()).ShouldBe("4");
        await page.Locator(".stop").DispatchEventAsync("pointerdown");
        await WebPage.PressAsync(page, "Go on");
        await WebPage.PressAsync(page, "Yes");
        await page.GetByRole(AriaRole.Heading, new() { Name = Points[1] }).WaitForAsync();
        await WebPage.PressAsync(page, "No");
        await page.GetByText("Then do not walk backward. Rest, or stop for today.").WaitForAsync();
        Asked(await WebPage.HeardAsync(page)).ShouldBe(["cues-stop"], "one point is not met: nothing goes on");
        await WebPage.PressAsync(page, "Go on");
        foreach (string point in Points)
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = point }).WaitForAsync();
            await WebPage.PressAsync(page, "Yes");
        }

        await page.Locator(".stop").WaitForAsync();
        Asked(await WebPage.HeardAsync(page)).ShouldBe(["cues-stop", "checklist-confirmed", "cues-go"]);
    }

    [Fact]
    public async Task OnePointThatIsNotMet_IsAWalkForward_AndTheNextStartAsksAnew()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WithPlanAsync(page);
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        await WebPage.PressAsync(page, "Yes");
        await WebPage.PressAsync(page, "No");
        for (int i = 2; i < Points.Length; i++) await WebPage.PressAsync(page, "Yes");
        await page.GetByText("Not all points of the list are met. So do not walk backward.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).WaitForAsync();
        JsonDocument.Parse((await WebPage.HeardAsync(page)).Last(m => Is(m, "Connect")).GetProperty("args")[0].GetString()!).RootElement.GetProperty("checklistConfirmed").GetBoolean().ShouldBeFalse();
        await WebPage.PressAsync(page, "Back");
        await WebPage.PressAsync(page, "Start");
        await page.GetByRole(AriaRole.Heading, new() { Name = Points[0] }).WaitForAsync();
    }

    [Fact]
    public async Task ASoundThatIsTooLate_ToSayStopInTime_IsSaid_AndNobodyWalks()
    {
        web.Require();
        await using IBrowserContext context = await web.ContextAsync();
        IPage page = await web.OpenAsync(context);
        await WithPlanAsync(page);
        IWorker worker = await WebPage.WalkAsync(page);
        await worker.EvaluateAsync<object?>("globalThis.isLate = true, globalThis.way = ['page.tap.not-backward', 'page.ear.late-backward']");
        await WebPage.PressAsync(page, "Start");
        await WebPage.PressAsync(page, "No, as usual");
        foreach (string _ in Points) await WebPage.PressAsync(page, "Yes");
        await page.GetByText("It is too slow to walk backward.").First.WaitForAsync();
        await page.GetByText("So walk backward with another sound.").WaitForAsync();
        (await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).CountAsync()).ShouldBe(0);
        (await WebPage.HeardAsync(page)).ShouldNotContain(m => Is(m, "Connect"));
        // Another sound, or the time of this one set: from there one comes back to the shoes, and they are connected.
        await WebPage.PressAsync(page, "Set the time of the sound");
        await worker.EvaluateAsync<object?>("globalThis.isLate = false, globalThis.way = []");
        await WebPage.PressAsync(page, "Back");
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk", Exact = true }).WaitForAsync();
    }

    private static async Task WithPlanAsync(IPage page)
    {
        await OpenPlanAsync(page);
        await TakeAsync(page, "a plan");
        await page.GetByText("Your plan is here now.").WaitForAsync();
        await WebPage.PressAsync(page, "Back");
        await WebPage.PressAsync(page, "Back");
    }

    private static async Task OpenPlanAsync(IPage page)
    {
        await WebPage.PressAsync(page, "Settings");
        await WebPage.PressAsync(page, "Plan from your team");
    }

    private static Task TakeAsync(IPage page, string text) => page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) });

    private static string[] Asked(JsonElement[] heard) => [.. heard.Where(m => Is(m, "Ask")).Select(m => m.GetProperty("args")[0].GetString()!)];

    private static bool Is(JsonElement message, string name) => message.TryGetProperty("name", out JsonElement n) && n.ValueEquals(name);
}
