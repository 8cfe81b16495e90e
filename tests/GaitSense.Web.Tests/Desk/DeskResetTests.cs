using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>The only administrator forgot the password: a command beside the server gives a code, and the desk takes it, against the real program.</summary>
[Collection(PageTests.Name)]
public sealed partial class DeskResetTests(WebPage web)
{
    private const string Next = "another sentence to remember";

    [Fact]
    public async Task AForgottenPassword_IsSetAnewWithTheCodeOfACommand_WhileTheServerGoesOn()
    {
        Assert.SkipUnless(FullRun.IsWanted, "The real program, once more: GAITSENSE_FULL=1; ResetTests has what the server holds.");
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext before = await web.DeskContextAsync();
        IPage signedIn = await before.FirstRunAsync(desk);
        Match code = Code().Match(await desk.RunAsync("serve", "reset-password", "pt1"));
        code.Success.ShouldBeTrue();

        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(desk.Url);
        await page.HeadingAsync("Sign in");
        await page.ClickOnAsync("Forgot the password?");
        await page.HeadingAsync("Forgot the password?");
        await page.ClickOnAsync("Back to the sign-in");
        await page.HeadingAsync("Sign in");
        await page.ClickOnAsync("Forgot the password?");
        await SetAsync(page, "AAAA-AAAA");
        await page.GetByText("This is not the code that stands on the console.").WaitForAsync();
        await SetAsync(page, code.Value);
        await page.HeadingAsync("Today");

        await signedIn.ReloadAsync();
        await signedIn.HeadingAsync("Sign in"); // who was signed in with the account is nobody
        await page.ClickOnAsync("Sign out");
        await page.ClickOnAsync("Deutsch");
        await page.ClickOnAsync("Passwort vergessen?");
        await page.HeadingAsync("Passwort vergessen?");
    }

    private static async Task SetAsync(IPage page, string code)
    {
        await page.GetByLabel("Account", new() { Exact = true }).FillAsync("pt1");
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByLabel("New password").FillAsync(Next);
        await page.GetByLabel("Password once more").FillAsync(Next);
        await page.ClickOnAsync("Set the password");
    }

    [GeneratedRegex("[A-Z2-8]{4}-[A-Z2-8]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
