using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GaitSense.Clinic.Tests;

/// <summary>A browser at the desk: a cookie jar, the header and the Origin that the pages send.</summary>
internal sealed class Desk : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient _client;

    public Desk(Uri address)
    {
        Address = address;
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(address, "api/v1/") };
    }

    public Uri Address { get; }

    public CookieContainer Cookies { get; }

    /// <summary>The token of a phone; null: a browser.</summary>
    public string? Token { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A request as the pages send it; <paramref name="change"/> makes it another.</summary>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, object? body = null, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (method is not "GET")
        {
            request.Headers.Add("X-GaitSense", "1");
            request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        }

        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, s_json), Encoding.UTF8, "application/json");
        change?.Invoke(request);
        return await _client.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync("GET", path);

    public Task<HttpResponseMessage> PostAsync(string path, object body) => SendAsync("POST", path, body);

    public Task<HttpResponseMessage> SignInAsync(string user, string password) => PostAsync("auth/sign-in", new { user, password });

    /// <summary>The document that comes of a request that must succeed.</summary>
    public async Task<JsonNode> JsonAsync(string method, string path, object? body = null)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<JsonNode> JsonAsync(string path) => JsonAsync("GET", path);

    /// <summary>Text of a request that must succeed.</summary>
    public async Task<string> TextAsync(string path)
    {
        using HttpResponseMessage answer = await GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>Adds a person; their id.</summary>
    public async Task<Guid> AddPersonAsync(string code, string? name = null) =>
        (await JsonAsync("POST", "people", new { code, zone = "Europe/Berlin", name, birth_year = name is null ? null : (int?)1961 }))["id"]!.GetValue<Guid>();

    public void Dispose() => _client.Dispose();
}
