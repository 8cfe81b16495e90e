using Microsoft.Playwright;

namespace GaitSense.Web.Tests.Desk;

/// <summary>Passkeys at the desk, with the browser's own virtual authenticator, against the real program: on localhost, which is a name.</summary>
[Collection(PageTests.Name)]
public sealed class DeskPasskeyTests(WebPage web)
{
    [Fact]
    public async Task APasskey_IsAddedInTheAccount_OpensTheDesk_AndOpensNothingOnceItIsRemoved()
    {
        Assert.SkipUnless(FullRun.IsWanted, "The real program, once more: GAITSENSE_FULL=1.");
        web.Require();
        await using ServedDesk desk = await ServedDesk.StartAsync(web.Dist);
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.FirstRunAsync(desk);
        ICDPSession browser = await context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.FollowAsync("Signed in: pt1");
        await page.HeadingAsync("Your account");
        await page.GetByText("There is no passkey yet.").WaitForAsync();
        await page.ClickOnAsync("Add a passkey");
        await page.GetByText("From now on this passkey opens the desk.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).WaitForAsync();

        await page.ClickOnAsync("Sign out");
        await page.HeadingAsync("Sign in");
        await page.ClickOnAsync("Sign in with a passkey");
        await page.HeadingAsync("Today");
        await page.ClickOnAsync("Lock");
        await page.HeadingAsync("Locked");
        await page.ClickOnAsync("Sign in with a passkey");
        await page.HeadingAsync("Today");

        await page.FollowAsync("Signed in: pt1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await page.GetByText("There is no passkey yet.").WaitForAsync();
        await page.ClickOnAsync("Deutsch");
        await page.ClickOnAsync("Abmelden");
        await page.HeadingAsync("Anmelden");
        await page.ClickOnAsync("Mit einem Passkey anmelden");
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.HeadingAsync("Anmelden");
    }

    [Fact]
    public async Task OnANumberForAnAddress_NoPasskeyIsOffered()
    {
        web.Require();
        await using IBrowserContext context = await web.DeskContextAsync();
        IPage page = await context.NewPageAsync();
        await new DeskDouble { IsSignedIn = false }.StandInAsync(page);
        await page.GotoAsync(web.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "desk.html");
        await page.HeadingAsync("Sign in");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).CountAsync()).ShouldBe(0);
    }
}
