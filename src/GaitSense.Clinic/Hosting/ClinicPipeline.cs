using GaitSense.Clinic.Api;
using GaitSense.Clinic.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GaitSense.Clinic.Hosting;

/// <summary>The way of a request: name, headers, then a page's file or the API.</summary>
internal static class ClinicPipeline
{
    private static readonly PathString Api = "/api", Live = "/live";

    /// <summary>Lays it.</summary>
    public static void UseClinic(this WebApplication app, ClinicOptions options)
    {
        if (options.Proxies.Count > 0) app.UseForwardedHeaders(Forwarded(options));
        app.UseHostFiltering();
        app.Use((context, next) =>
        {
            PageHeaders.OnAnswer(context, PageHeaders.PolicyOf(context, options.Pages));
            return next(context);
        });
        app.MapWhen(context => !IsApi(context.Request.Path), pages => Pages(pages, options));
        ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("GaitSense.Clinic");
        app.Use((context, next) => Failures.GuardAsync(context, next, log));
        app.Use(OwnOrigin.GuardAsync);
        app.UseStatusCodePages(context => Problems.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode, context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is no such thing here.",
            StatusCodes.Status405MethodNotAllowed => "That cannot be done with this.",
            StatusCodes.Status415UnsupportedMediaType => "The request has to be JSON.",
            _ => "That cannot be done.",
        }));
        app.UseWebSockets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapClinicApi();
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments(Api, StringComparison.Ordinal) || path.StartsWithSegments(Live, StringComparison.Ordinal);

    private static void Pages(IApplicationBuilder app, ClinicOptions options)
    {
        if (options.Pages is not null)
        {
            PackedFiles packed = new(app.ApplicationServices.GetRequiredService<Microsoft.AspNetCore.Hosting.IWebHostEnvironment>().WebRootFileProvider);
            app.UseResponseCompression();
            app.UseDefaultFiles();
            app.Use(next => context => packed.ServeAsync(context, next));
            app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new PageTypes(), OnPrepareResponse = PageHeaders.OnFile });
        }

        app.Run(PageHeaders.NotThereAsync);
    }

    private static ForwardedHeadersOptions Forwarded(ClinicOptions options)
    {
        ForwardedHeadersOptions forwarded = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (System.Net.IPAddress proxy in options.Proxies) forwarded.KnownProxies.Add(proxy);
        return forwarded;
    }
}
