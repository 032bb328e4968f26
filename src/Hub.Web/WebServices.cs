using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Content.Accounts;
using Hub.Content.Settings;
using Hub.Content.Storage;
using Hub.Kernel.Extensions;
using Hub.Kernel.Regions;
using Hub.Web.Accounts;
using Hub.Web.Alerts;
using Hub.Web.Appearance;
using Hub.Web.Caching;
using Hub.Web.Desk;
using Hub.Web.Editing;
using Hub.Web.Frame;
using Hub.Web.Home;
using Hub.Web.Items;
using Hub.Web.Media;
using Hub.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace Hub.Web;

/// <summary>Adds the pages to an application, and orders what a request passes through.</summary>
public static class WebServices
{
    /// <summary>Call before the kernel is added, so that the core's own extensions are known to it.</summary>
    /// <param name="providers">The identity providers of regions; none when null.</param>
    public static IServiceCollection AddHubWeb(this IServiceCollection services, Providers? providers = null)
    {
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(ViewTexts<>));
        services.AddControllersWithViews(mvc => mvc.Conventions.Add(new RouteValuesAlone())).InitializeTagHelper<FormTagHelper>((form, _) => form.Antiforgery = false); // else every form gives every reader a cookie
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)); // accents as they are
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new ThemeViews()));
        services.AddSingleton<PageCache>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // anonymous pages carry no secret that could be guessed by their length
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.AddRateLimiter(Limits.Configure);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(forgery => forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest); // else it goes out over plain HTTP too
        AddAccounts(services, providers ?? Providers.None);

        services.AddScoped<PageFrame>();
        services.AddScoped<ListQuery>();
        services.AddScoped<ViewNames>();
        services.AddScoped<ItemPages>();
        services.AddScoped<ItemForms>();
        services.AddScoped<DeskTasks>();
        services.AddSingleton<PreviewLinks>();
        services.AddSingleton<FormMark>();
        services.AddScoped<HealthReport>();
        services.AddScoped<LatelyPublished>();
        services.AddSingleton<ThemeColours>();
        services.AddSingleton<ISettingsSection, AppearanceSection>();
        services.AddSingleton<ISettingsSection, MenuSection>();
        services.AddSingleton<ISettingsSection, HomeSection>();
        services.AddSingleton<INavigation, DeskNavigation>();
        services.AddSingleton<INavigation, MediaNavigation>();
        services.AddSingleton<IPermissions, DeskPermissions>();
        services.AddScoped<IHealthProbe, DatabaseProbe>();
        services.AddHttpContextAccessor();
        services.AddScoped<IPagePart, HealthPart>();
        services.AddScoped<IPagePart, FeedbackPart>();
        return services;
    }

    private static void AddAccounts(IServiceCollection services, Providers providers)
    {
        services.AddIdentityCore<User>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // names of people; AccountName says what may stand in them
                identity.Password.RequiredLength = 12;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
            })
            .AddEntityFrameworkStores<HubDb>()
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<User>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddErrorDescriber<ItalianIdentityErrors>();
        services.Configure<IdentityPasskeyOptions>(passkey => (passkey.UserVerificationRequirement, passkey.ResidentKeyRequirement) = ("required", "required"));
        services.AddSingleton(providers);
        services.AddScoped<SessionTickets>();
        services.AddScoped<CodeSignIn>();
        services.AddScoped<Assurance>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ExternalCookie!.Configure(cookie => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(30)); // while the mailbox is confirmed
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.EventsType = typeof(SessionTickets);
                cookie.Cookie.Name = PageCaching.SignInCookie;
                cookie.Cookie.Path = "/"; // whoever signed in under one region's prefix can sign out under another's
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.LoginPath = "/gestione/accesso";
                cookie.AccessDeniedPath = "/errore/403";
                cookie.ReturnUrlParameter = "da";
                cookie.ExpireTimeSpan = Sessions.Idle;
            });
        });
        foreach (var provider in providers.All)
            ProviderScheme.Add(authentication, provider);
        services.AddAuthorization();
    }

    /// <summary>What every request passes through, up to the endpoints that the kernel's modules map.</summary>
    /// <param name="cachesPages">Off only for measuring.</param>
    public static void UseHubWeb(this WebApplication app, bool cachesPages = true)
    {
        if (cachesPages)
            app.UseMiddleware<PageCaching>();
        app.UseSecurityHeaders();
        app.Use(PlainLastWords);
        app.Use(HeadLikeGet);
        app.UseRegions();
        if (!app.Environment.IsDevelopment() && !string.Equals(app.Configuration["Hub:Https"], "no", StringComparison.OrdinalIgnoreCase))
            app.UseHsts();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errore/500", StatusCodeSelector = StatusOf });
        app.UseStatusCodePagesWithReExecute("/errore/{0}");
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(RefuseUnknownRegion);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapControllers().WithStaticAssets();
    }

    /// <summary>What the database couldn't do now it may do later.</summary>
    private static int StatusOf(Exception e) =>
        StorageException.From(e) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;

    /// <summary>Where not even the page that tells of an error can be made, a line of text does. The error has been logged before.</summary>
    private static RequestDelegate PlainLastWords(RequestDelegate next) => async context =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OperationCanceledException)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(e);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Texts.Get("Error.Plain"));
        }
    };

    /// <summary>HEAD is answered like GET; the server leaves the body out.</summary>
    private static RequestDelegate HeadLikeGet(RequestDelegate next) => context =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    };

    /// <summary>404 for a region that isn't here; the files of the page that says so are served.</summary>
    private static RequestDelegate RefuseUnknownRegion(RequestDelegate next) => context =>
    {
        if (!context.IsForUnknownRegion() || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };
}
