using System.Net;
using System.Net.Sockets;
using System.Text;
using GaitSense.Clinic.Accounts;

namespace GaitSense.Clinic.Tests;

/// <summary>Other sites, other names, other networks: what comes from there changes nothing.</summary>
public sealed class OtherSitesTests
{
    [Theory]
    [InlineData("https://evil.example", "1")]
    [InlineData("null", "1")]
    [InlineData("http://localhost:1", "1")]
    [InlineData(null, null)] // a form of another site has no such header
    [InlineData(null, "0")]
    public async Task AChange_FromAForeignOrigin_OrWithoutTheHeader_IsRefused(string? origin, string? header)
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        using HttpResponseMessage answer = await host.Admin.SendAsync("POST", "people", new { code = "P01", zone = "Europe/Berlin" }, r =>
        {
            if (origin is not null)
            {
                r.Headers.Remove("Origin");
                r.Headers.TryAddWithoutValidation("Origin", origin);
            }

            if (header is "1") return;
            r.Headers.Remove("X-GaitSense");
            if (header is not null) r.Headers.Add("X-GaitSense", header);
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Admin.JsonAsync("people"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task AForeignOrigin_GetsNoWayIn_ByPreflightOrWebSocket()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        using HttpResponseMessage preflight = await host.Admin.SendAsync("OPTIONS", "people", change: r =>
        {
            r.Headers.Remove("Origin");
            r.Headers.Add("Origin", "https://evil.example");
            r.Headers.Add("Access-Control-Request-Method", "POST");
        });
        preflight.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        preflight.IsSuccessStatusCode.ShouldBeFalse();
        string answer = await RawAsync(host, $"GET /live HTTP/1.1\r\nHost: localhost:{host.Address.Port}\r\nOrigin: https://evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 403 ");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.nip.io")]
    public async Task AForeignName_ThatLeadsHere_IsRefused(string name)
    {
        await using ClinicHost host = await ClinicHost.NewAsync();
        foreach (string path in (string[])["/", "/api/v1/setup", "/desk.html"])
            (await RawAsync(host, $"GET {path} HTTP/1.1\r\nHost: {name}:{host.Address.Port}\r\nConnection: close\r\n\r\n")).ShouldStartWith("HTTP/1.1 400 ");
    }

    [Fact]
    public async Task ForwardedHeaders_OfNobodysProxy_AreNotBelieved()
    {
        await using ClinicHost host = await ClinicHost.SetUpAsync();
        // A new address for each guess would make ten guesses of five.
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 8; i++)
        {
            using HttpResponseMessage answer = await host.Nobody().SendAsync("POST", "auth/sign-in", new { user = "admin", password = "not the password" }, r => r.Headers.Add("X-Forwarded-For", $"192.0.2.{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
            answers.Add(answer.StatusCode);
        }

        answers.Count(a => a == HttpStatusCode.Unauthorized).ShouldBe(GuessGate.Most);
        // Nor does https by word of mouth make a cookie secure, or an origin one's own.
        using HttpResponseMessage origin = await host.Admin.SendAsync("POST", "auth/password", new { }, r =>
        {
            r.Headers.Remove("Origin");
            r.Headers.Add("Origin", "https://clinic.example");
            r.Headers.Add("X-Forwarded-Proto", "https");
            r.Headers.Add("X-Forwarded-Host", "clinic.example");
        });
        origin.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WithoutTls_OnTheNetwork_AClinicianDoesNotSignIn_AndAWalkerDoes()
    {
        IPAddress? lan = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(lan is null, "This computer has no address that others could use.");
        await using ClinicHost host = await ClinicHost.SetUpAsync(o => o with { Listen = IPAddress.Any, InsecureLan = true });
        await host.ClinicianAsync();
        await host.SignedInAsync("walker", Roles.Walker);
        using Desk there = new(new Uri($"http://{lan}:{host.Address.Port}/"));
        (await there.SignInAsync("pt1", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await there.SignInAsync("walker", ClinicHost.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("people")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.PostAsync("setup", new { code = "x" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OnTheNetwork_NobodySetsUp()
    {
        IPAddress? lan = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(lan is null, "This computer has no address that others could use.");
        await using ClinicHost host = await ClinicHost.NewAsync(o => o with { Listen = IPAddress.Any, InsecureLan = true });
        using Desk there = new(new Uri($"http://{lan}:{host.Address.Port}/"));
        (await there.PostAsync("setup", new { code = host.Server.SetupCode, user = "thief", password = ClinicHost.Password })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Server.SetupCode.ShouldNotBeNull();
    }

    [Fact]
    public async Task TheNetwork_NeedsTls_OrAWordThatItIsMeant()
    {
        Core.GaitSenseException refused = await Should.ThrowAsync<Core.GaitSenseException>(() => ClinicHost.NewAsync(o => o with { Listen = IPAddress.Any }));
        refused.Message.ShouldContain("--cert");
    }

    [Fact]
    public async Task OverTls_TheCookieIsSecure()
    {
        using TestFolder folder = new();
        (string file, string thumbprint) = Certificate(folder);
        await using ClinicHost host = await ClinicHost.NewAsync(o => o with { Certificate = file });
        host.Server.Address.ShouldStartWith("https://");
        using HttpClient client = new(new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = (_, shown, _, _) => string.Equals(shown?.GetCertHashString(), thumbprint, StringComparison.Ordinal) } });
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(host.Address, "api/v1/setup"));
        request.Headers.Add("X-GaitSense", "1");
        request.Content = new StringContent($"{{\"code\":\"{host.Server.SetupCode}\",\"user\":\"chief\",\"password\":\"{ClinicHost.Password}\"}}", Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("gaitsense=", StringComparison.Ordinal)).ToLowerInvariant().ShouldContain("secure");
    }

    private static (string File, string Thumbprint) Certificate(TestFolder folder)
    {
        using System.Security.Cryptography.ECDsa key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        System.Security.Cryptography.X509Certificates.CertificateRequest request = new("CN=localhost", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (folder.Write("clinic.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n"), certificate.GetCertHashString());
    }

    private static async Task<string> RawAsync(ClinicHost host, string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, host.Address.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        byte[] first = new byte[512];
        int read = await stream.ReadAsync(first, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(first, 0, read);
    }
}
